package org.deskbell.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Gives the pages before the console a new script nonce at every request. PrimeFaces 15 keeps it in the view, and where
 * the view keeps nothing it asks the browser for it; here nobody can choose it.
 */
@WebFilter({"/login", "/login.xhtml", "/setup", "/setup.xhtml", "/invite", "/invite.xhtml"})
public class FreshNonce extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PARAMETER = "primefaces.nonce";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new WithNonce(request), response);
    }

    private static final class WithNonce extends HttpServletRequestWrapper {
        private final String nonce =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

        WithNonce(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return PARAMETER.equals(name) ? nonce : super.getParameter(name);
        }
    }
}
