package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.deskbell.site.Site;

/** What a site's owner copies into his pages and his server; the same as in src/docs/security.md. */
@Named
@RequestScoped
public class Embedding {
    /** A piece of code and the language it is in. */
    public record Sample(String language, String code) {}

    @Inject
    private Here here;

    public String tag(Site site) {
        return "<script async src=\"" + here.getBase() + "/widget/deskbell.js?site=" + site.key() + "\"></script>";
    }

    /** The lines a page with a Content-Security-Policy of its own has to allow. */
    public String policy() {
        String base = here.getBase();
        String origin = base.replaceFirst("^(https?://[^/]+).*", "$1");
        return "script-src " + origin + ";\nframe-src " + origin + ";";
    }

    public List<Sample> samples(Site site) {
        return List.of(
                new Sample("Node.js", NODE.formatted(site.key())),
                new Sample("PHP", PHP.formatted(site.key())),
                new Sample("Python", PYTHON.formatted(site.key())));
    }

    public String hand() {
        return """
                Deskbell.identify(customer.id, { plan: 'Gold' }, proof);
                // and when your customer logs out:
                Deskbell.reset();""";
    }

    private static final String NODE =
            """
            import { createHmac, randomUUID } from 'node:crypto';

            const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');

            export function proof(customer) {
              const now = Math.floor(Date.now() / 1000);
              const claims = { sub: String(customer.id), aud: '%s', iat: now, exp: now + 300,
                jti: randomUUID(), name: customer.name, email: customer.email };
              const signed = part({ alg: 'HS256', typ: 'JWT' }) + '.' + part(claims);
              return signed + '.' + createHmac('sha256', process.env.DESKBELL_SECRET)
                .update(signed).digest('base64url');
            }""";
    private static final String PHP =
            """
            function part($text) { return rtrim(strtr(base64_encode($text), '+/', '-_'), '='); }

            function proof($customer) {
                $now = time();
                $claims = ['sub' => (string) $customer->id, 'aud' => '%s', 'iat' => $now, 'exp' => $now + 300,
                    'jti' => bin2hex(random_bytes(16)), 'name' => $customer->name, 'email' => $customer->email];
                $signed = part('{"alg":"HS256","typ":"JWT"}') . '.' . part(json_encode($claims));
                return $signed . '.' . part(hash_hmac('sha256', $signed, getenv('DESKBELL_SECRET'), true));
            }""";
    private static final String PYTHON =
            """
            import base64, hashlib, hmac, json, os, time, uuid

            def part(data):
                return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

            def proof(customer):
                now = int(time.time())
                claims = {"sub": str(customer.id), "aud": "%s", "iat": now, "exp": now + 300,
                          "jti": uuid.uuid4().hex, "name": customer.name, "email": customer.email}
                signed = part(b'{"alg":"HS256","typ":"JWT"}') + "." + part(json.dumps(claims).encode())
                mac = hmac.new(os.environ["DESKBELL_SECRET"].encode(), signed.encode(), hashlib.sha256)
                return signed + "." + part(mac.digest())""";
}
