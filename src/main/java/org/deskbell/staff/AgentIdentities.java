package org.deskbell.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;

/** Agents as Jakarta Security sees them: the same answer, after the same time, for a wrong name and a wrong password. */
@ApplicationScoped
class AgentIdentities implements IdentityStore {
    @Inject
    private AgentRows rows;

    @Inject
    private Passwords passwords;

    @Override
    @Transactional
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        Optional<AgentRow> agent = rows.byLogin(given.getCaller());
        String stored = agent.map(row -> row.password).orElse(null);
        boolean right = passwords.matches(given.getPasswordAsString(), stored);
        return agent.filter(row -> right && row.mayLogIn())
                .map(row -> new CredentialValidationResult(row.login, Set.of(row.role)))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
