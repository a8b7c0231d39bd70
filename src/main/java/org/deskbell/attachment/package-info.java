/** Answers for files: what a site allows, where their bytes are, what may be shown of them; knows no requests and no frames. */
package org.deskbell.attachment;
