/**
 * Answers for remote assistance: what an agent asked for, what the visitor allowed him and for how long, and by which servers two browsers
 * find each other. Nothing is allowed unless the visitor said so. It knows nothing of connections, frames or pages.
 */
package org.deskbell.assist;
