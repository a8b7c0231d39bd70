/** Answers for the HTTP edge: addresses, headers and error pages; decides nothing about conversations. */
package org.deskbell.rest;
