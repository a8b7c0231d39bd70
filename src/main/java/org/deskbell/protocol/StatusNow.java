package org.deskbell.protocol;

/** Your status is this now. */
public record StatusNow(String status) implements FromServer {
    @Override
    public String type() {
        return "status";
    }

    @Override
    public void members(Members out) {
        out.text("status", status);
    }
}
