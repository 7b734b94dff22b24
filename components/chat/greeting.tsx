import type { Chat } from "./chat";

/** What stands in a conversation that has not begun. */
export function Greeting({ chat }: { chat: Chat }) {
  const hint = chat.messagesChannel
    ? "Write a message to begin."
    : "Fill in the fields below to run this agent.";
  return (
    <div className="grid justify-items-center gap-2 py-16 text-center">
      <h2 className="font-semibold text-xl">{chat.name}</h2>
      <p className="max-w-md text-muted-foreground">{chat.description || hint}</p>
    </div>
  );
}
