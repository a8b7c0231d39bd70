package org.deskbell.protocol;

/** What a visitor's widget may send. A new frame does not compile until every {@link Handler} takes it. */
public sealed interface FromVisitor
        permits VisitorHello,
                Post,
                Typing,
                Mark,
                Before,
                Earlier,
                Identify,
                Introduce,
                Rate,
                PageChange,
                End,
                Forget,
                Ping,
                Consent,
                Stop,
                Settle,
                Assist {

    void accept(Handler handler);

    /** One method per frame. */
    interface Handler {
        void hello(VisitorHello hello);

        void post(Post post);

        void typing(Typing typing);

        void mark(Mark mark);

        void before(Before before);

        void earlier(Earlier earlier);

        void identify(Identify identify);

        void introduce(Introduce introduce);

        void rate(Rate rate);

        void page(PageChange page);

        void end(End end);

        void forget(Forget forget);

        void ping(Ping ping);

        void answer(Consent consent);

        void stop(Stop stop);

        void settle(Settle settle);

        void assist(Assist assist);
    }
}
