package org.deskbell.protocol;

/** What an agent's console may send. A new frame does not compile until every {@link Handler} takes it. */
public sealed interface FromAgent
        permits AgentHello,
                Open,
                Leave,
                Post,
                Typing,
                View,
                Mark,
                Before,
                Earlier,
                Claim,
                Join,
                Release,
                Transfer,
                Close,
                ListBox,
                Status,
                Prefer,
                Ping,
                Ask,
                Stop,
                Propose,
                Called,
                Assist,
                Keep,
                Note,
                Heed,
                PutLabel,
                Snooze,
                Wake,
                Remove,
                Edit,
                Watch,
                Begin,
                Parting,
                Unsend {

    void accept(Handler handler);

    /** One method per frame. */
    interface Handler {
        void hello(AgentHello hello);

        void open(Open open);

        void leave(Leave leave);

        void post(Post post);

        void typing(Typing typing);

        void view(View view);

        void mark(Mark mark);

        void before(Before before);

        void earlier(Earlier earlier);

        void claim(Claim claim);

        void join(Join join);

        void release(Release release);

        void transfer(Transfer transfer);

        void close(Close close);

        void list(ListBox list);

        void status(Status status);

        void prefer(Prefer prefer);

        void ping(Ping ping);

        void ask(Ask ask);

        void stop(Stop stop);

        void propose(Propose propose);

        void called(Called called);

        void assist(Assist assist);

        void keep(Keep keep);

        void note(Note note);

        void heed(Heed heed);

        void label(PutLabel label);

        void snooze(Snooze snooze);

        void wake(Wake wake);

        void remove(Remove remove);

        void edit(Edit edit);

        void watch(Watch watch);

        void begin(Begin begin);

        void parting(Parting parting);

        void unsend(Unsend unsend);
    }
}
