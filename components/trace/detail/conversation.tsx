import { Markdown } from "@/components/markdown/markdown";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { CopyButton } from "@/components/ui/copy-button";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { PlainMessage } from "@/workflows/events/message";
import { jsonIn } from "./json-in";
import { type PairedMessage, pairedCalls } from "./paired-calls";

const roleWords: Record<PlainMessage["role"], string> = {
  system: "System",
  user: "User",
  assistant: "Assistant",
  tool: "Tool",
};

interface ConversationProps {
  messages: readonly PlainMessage[];
  /** Leads to the span in which a call was made, where there is one. */
  openCall?: ((toolCallId: string) => (() => void) | undefined) | undefined;
}

/** The messages of a model call as it saw them, each tool call with what came of it. */
export function Conversation({ messages, openCall }: ConversationProps) {
  return (
    <ol className="grid min-w-0 gap-2">
      {pairedCalls(messages).map((paired, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages of a recorded call never move and may lack ids
        <li key={index} className="min-w-0">
          <Message paired={paired} openCall={openCall} />
        </li>
      ))}
    </ol>
  );
}

function Message({
  paired: { message, calls },
  openCall,
}: { paired: PairedMessage } & Pick<ConversationProps, "openCall">) {
  return (
    <div
      className={cn(
        "grid min-w-0 gap-1 rounded-md border px-3 py-2",
        message.role === "assistant" && "bg-muted/60",
      )}
    >
      <p className="flex min-h-7 items-center justify-between font-medium text-muted-foreground text-xs">
        {roleWords[message.role]}
        {message.name ? ` · ${message.name}` : ""}
        {message.content ? (
          <CopyButton value={message.content} label={`Copy what ${roleWords[message.role]} said`} />
        ) : null}
      </p>
      {message.content ? <Markdown className="max-h-96 overflow-y-auto">{message.content}</Markdown> : null}
      {calls.map(({ call, result }) => (
        <div key={call.id} className="grid min-w-0 gap-1 border-l-2 pl-2">
          <p className="flex items-center justify-between gap-2 text-xs">
            <span>
              calls <span className="font-mono">{call.name}</span>
            </span>
            <OpenCall open={openCall?.(call.id)} />
          </p>
          <JsonTree value={call.args} label={`Arguments of ${call.name}`} />
          {result ? (
            <>
              <p className="text-muted-foreground text-xs">gives</p>
              <Result of={call.name} text={result.content} />
            </>
          ) : null}
        </div>
      ))}
      {!message.content && calls.length === 0 ? (
        <p className="text-muted-foreground text-xs">Empty message</p>
      ) : null}
    </div>
  );
}

function OpenCall({ open }: { open: (() => void) | undefined }) {
  if (!open) return null;
  return (
    <Button size="sm" variant="ghost" onClick={open}>
      Open its span
    </Button>
  );
}

/** Results are text to a model; where that is JSON it is shown as such. */
function Result({ of, text }: { of: string; text: string }) {
  return <JsonTree value={jsonIn(text)} label={`Result of ${of}`} />;
}
