"use client";

import type { Issue } from "@/workflows/graph/issue";
import { useEditor } from "../store/editor-context";

/** What an issue says, after the name of its node where the words leave it out. */
export function IssueText({ issue }: { issue: Issue }) {
  const title = useEditor((state) => state.document.nodes[issue.path.nodeId ?? ""]?.title);
  if (title === undefined || issue.message.includes(`“${title}”`)) return issue.message;
  return `“${title}”: ${issue.message}`;
}

/** Tells issues of one list apart. */
export function issueKey({ code, path, message }: Issue): string {
  return JSON.stringify([code, path, message]);
}
