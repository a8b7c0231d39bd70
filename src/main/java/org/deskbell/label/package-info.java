/** The labels agents sort conversations by: which there are, what they are called and their colours. Knows no conversation. */
package org.deskbell.label;
