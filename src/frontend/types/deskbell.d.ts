/** The shapes that cross module borders. Types only: nothing of this is shipped. See src/docs/protocol.md. */

/** A JSON frame as it crosses the wire, either way. */
interface Frame {
  type: string;
  [member: string]: any;
}

/** Who did something. */
interface By {
  kind: 'visitor' | 'agent' | 'site';
  id?: string;
  name?: string;
  /** What he has written and not sent; where somebody types. */
  text?: string;
}

/** One entry of a conversation's log. */
interface Entry extends Frame {
  conversation: string;
  seq: number;
  at: string;
  by?: By;
  text?: string;
  ref?: string;
  /** Of `claimed`: given, not taken. */
  assigned?: boolean;
  /** Of `claimed`: from whom it was taken over. */
  from?: { id: string, name: string };
  /** Of `closed`: by the site, after so many minutes without an answer. */
  silent?: number;
  /** Of a message; empty where they have been deleted. */
  files?: any[];
  /** Of a message: the seq of the one it answers. */
  quote?: number;
  /** Of a message: what it offers to answer with. */
  choices?: string[];
  /** Of a message: the instant since which it says this, where it said something else. */
  edited?: string;
  /** Of `edited`, for agents: what it said before. */
  was?: string;
  /** Of a message: nothing of it is left. */
  removed?: boolean;
}

/** A message that is on its way to the server. */
interface Pending {
  ref: string;
  frame: Frame;
  /** Milliseconds since 1970. */
  at: number;
  /** `held`: the server has it, and it may still be taken back. */
  state: 'sending' | 'held' | 'failed';
  /** What belongs to it, as the server told when it was uploaded. */
  files?: any[];
  /** Why it failed: a reason of the protocol, or `offline`. */
  reason?: string;
}

interface Marks {
  delivered: number;
  seen: number;
}

/** The part of Web Storage that is used. */
interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What the channel needs of a carrier: the part of WebSocket both carriers have. */
interface Carrier {
  onopen: ((event?: any) => void) | null;
  onmessage: ((event: { data: any }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  bufferedAmount?: number;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}

type ChannelState = 'idle' | 'connecting' | 'open' | 'waiting' | 'closed';

/** A row of a message list, see shared/grouping.js. */
interface Row {
  key: string;
  kind: 'day' | 'new' | 'event' | 'message';
  day?: string;
  at?: number;
  entry?: Entry;
  pending?: Pending;
  mine?: boolean;
  /** Said among agents. */
  note?: boolean;
  by?: By;
  text?: string;
  first?: boolean;
  last?: boolean;
}
