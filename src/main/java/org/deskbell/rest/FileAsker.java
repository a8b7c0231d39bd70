package org.deskbell.rest;

import java.util.Optional;
import org.deskbell.attachment.Attachment;
import org.deskbell.attachment.Uploader;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Side;
import org.deskbell.routing.Remit;
import org.deskbell.staff.Agent;
import org.deskbell.visitor.Visitor;

/** Who asks for a file or brings one, and what he may see. */
sealed interface FileAsker {
    /** {@code conversation} is the one the file belongs to, or null where it was not said yet. */
    boolean mayRead(Attachment file, Conversation conversation);

    /** Empty where he may not bring one, there. */
    Optional<Uploader> uploader(Optional<Conversation> here);

    private static boolean isHis(Attachment file, Side side, long id) {
        return !file.said() && file.side() == side && file.by() == id;
    }

    /** A visitor sees what was said in his conversations, and what he has just brought. */
    record OfVisitor(Visitor visitor) implements FileAsker {
        @Override
        public boolean mayRead(Attachment file, Conversation conversation) {
            boolean inHis = file.said()
                    && conversation != null
                    && conversation.visitor().equals(visitor.id());
            return inHis || isHis(file, Side.VISITOR, visitor.id().value());
        }

        @Override
        public Optional<Uploader> uploader(Optional<Conversation> here) {
            return Optional.of(Uploader.of(visitor, here.map(Conversation::id).orElse(null)));
        }
    }

    /** An agent sees what was said in the conversations he may see, as in his inbox, and what he has just brought. */
    record OfAgent(Agent agent, Remit remit) implements FileAsker {
        @Override
        public boolean mayRead(Attachment file, Conversation conversation) {
            return file.said() && conversation != null && remit.covers(conversation)
                    || isHis(file, Side.AGENT, agent.id().value());
        }

        @Override
        public Optional<Uploader> uploader(Optional<Conversation> here) {
            return here.filter(remit::covers).map(conversation -> Uploader.of(agent.id(), conversation));
        }
    }
}
