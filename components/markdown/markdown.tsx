"use client";

import rehypeSanitize from "rehype-sanitize";
import { Streamdown } from "streamdown";
import { cn } from "@/components/ui/cn";
import { elements } from "./elements";

interface MarkdownProps {
  children: string;
  /** More text is on its way: unclosed marks are closed for display. */
  streaming?: boolean;
  className?: string;
}

// Only the sanitiser: without rehype-raw, HTML in the text is never turned into elements.
const rehypePlugins = [rehypeSanitize];

/** Text of a model or a person, as Markdown that loads nothing from elsewhere. */
export function Markdown({ children, streaming = false, className }: MarkdownProps) {
  return (
    <Streamdown
      mode={streaming ? "streaming" : "static"}
      isAnimating={streaming}
      components={elements}
      rehypePlugins={rehypePlugins}
      controls={false}
      linkSafety={{ enabled: false }}
      className={cn("min-w-0 break-words", className)}
    >
      {children}
    </Streamdown>
  );
}
