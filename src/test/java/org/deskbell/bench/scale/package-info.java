/**
 * What many nodes ask of the database and of Redis: a simulation that follows the rules of the code, and a check of it against two real
 * nodes. It measures no time; the figures for cost come from real servers.
 */
package org.deskbell.bench.scale;
