import { Markdown } from "@/components/markdown/markdown";

interface AgentMessageProps {
  text: string;
  streaming?: boolean;
}

/** What the agent said, over the full width. */
export function AgentMessage({ text, streaming = false }: AgentMessageProps) {
  return <Markdown streaming={streaming}>{text}</Markdown>;
}
