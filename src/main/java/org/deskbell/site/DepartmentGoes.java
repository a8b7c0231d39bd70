package org.deskbell.site;

/**
 * This department is about to be removed. Told inside the transaction: who has something that belongs to it refuses
 * {@code department-used}.
 */
public record DepartmentGoes(long department) {}
