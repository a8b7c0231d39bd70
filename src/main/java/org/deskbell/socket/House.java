package org.deskbell.socket;

import java.util.List;
import org.deskbell.protocol.Colleague;
import org.deskbell.protocol.Department;

/** Who works here, and the departments of all sites: to whom a conversation can be handed on. */
record House(List<Colleague> colleagues, List<Department> departments) {}
