/** What the tests and {@code mvn -Prun} stand on: the server, the deployment, the clients. Knows no test. */
package org.deskbell.support;
