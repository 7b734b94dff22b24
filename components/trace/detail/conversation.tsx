import { Markdown } from "@/components/markdown/markdown";
import { cn } from "@/components/ui/cn";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { PlainMessage } from "@/workflows/events/message";

const roleWords: Record<PlainMessage["role"], string> = {
  system: "System",
  user: "User",
  assistant: "Assistant",
  tool: "Tool",
};

/** The messages of a model call as it saw them, tool calls included. */
export function Conversation({ messages }: { messages: readonly PlainMessage[] }) {
  return (
    <ol className="grid gap-2">
      {messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages of a recorded call never move and may lack ids
        <li key={index}>
          <Message message={message} />
        </li>
      ))}
    </ol>
  );
}

function Message({ message }: { message: PlainMessage }) {
  return (
    <div
      className={cn("grid gap-1 rounded-md border px-3 py-2", message.role === "assistant" && "bg-muted/60")}
    >
      <p className="font-medium text-muted-foreground text-xs">
        {roleWords[message.role]}
        {message.name ? ` · ${message.name}` : ""}
      </p>
      {message.content ? <Markdown className="max-h-96 overflow-y-auto">{message.content}</Markdown> : null}
      {message.toolCalls?.map((call) => (
        <div key={call.id} className="grid gap-1">
          <p className="text-xs">
            calls <span className="font-mono">{call.name}</span>
          </p>
          <JsonTree value={call.args} label={`Arguments of ${call.name}`} />
        </div>
      ))}
      {!message.content && !message.toolCalls?.length ? (
        <p className="text-muted-foreground text-xs">Empty message</p>
      ) : null}
    </div>
  );
}
