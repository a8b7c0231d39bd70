/**
 * Answers for what operators see and do: whether this server can work, its figures, its way out of service. Other rooms bring
 * their checks, meters and loads; it knows nothing of what they do.
 */
package org.deskbell.operations;
