import type { ComponentProps } from "react";
import { safeHref } from "./safe-href";

/** A link out of a model's text: opened apart, told nothing of where it came from. */
export function MarkdownLink({ href, children }: ComponentProps<"a">) {
  const safe = safeHref(href);
  if (!safe) return <span>{children}</span>;
  return (
    <a
      href={safe}
      target="_blank"
      rel="noreferrer noopener nofollow"
      className="underline decoration-input underline-offset-4 hover:decoration-current"
    >
      {children}
    </a>
  );
}

/** An image is shown as a link: loading it would tell its host who reads this conversation. */
export function MarkdownImage({ src, alt }: ComponentProps<"img">) {
  const address = typeof src === "string" ? src : undefined;
  return <MarkdownLink href={address}>{alt ? `Image: ${alt}` : "Image"}</MarkdownLink>;
}
