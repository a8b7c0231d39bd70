package org.deskbell.protocol;

/** Something the other side of an assistance sent, as it sent it. */
public record AssistNow(String conversation, By by, Assist assist) implements FromServer {
    @Override
    public String type() {
        return "assist";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).text("request", assist.request());
        out.text("about", assist.about()).by("by", by).text("data", assist.data());
        out.text("stream", assist.stream());
        if (assist.n() > 0) out.number("n", assist.n());
        if (assist.more()) out.flag("more", true);
    }
}
