"use client";

import Link from "next/link";
import { FeedbackMarks } from "@/components/feedback/feedback-marks";
import { knownCost, sourceWords } from "@/components/runs/run-facts";
import { Duration } from "@/components/ui/duration";
import { formatExactTime } from "@/components/ui/format/relative-time";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Conversation } from "@/lib/api/contract/conversations";
import { personWords, threadStatusWords } from "./thread-status";

export function ConversationTable({ conversations }: { conversations: readonly Conversation[] }) {
  return (
    <Table aria-label="Conversations">
      <TableHead>
        <TableRow>
          <TableHeader className="w-24 max-sm:hidden">Status</TableHeader>
          <TableHeader>Conversation</TableHeader>
          <TableHeader className="max-md:hidden">Agent</TableHeader>
          <TableHeader className="max-lg:hidden">Person</TableHeader>
          <TableHeader className="w-16 text-right max-md:hidden">Turns</TableHeader>
          <TableHeader className="w-24">Feedback</TableHeader>
          <TableHeader className="w-20 text-right max-lg:hidden">Time</TableHeader>
          <TableHeader className="w-20 text-right max-sm:hidden">Cost</TableHeader>
          <TableHeader className="w-28 max-md:hidden">Last used</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {conversations.map((conversation) => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </TableBody>
    </Table>
  );
}

function ConversationRow({ conversation }: { conversation: Conversation }) {
  const { id, title, agentName, status, source, turns, branched, tookMs, cost, feedback } = conversation;
  const standing = <Status {...threadStatusWords[status]} />;
  const person = personWords(conversation);
  return (
    <TableRow className="relative">
      <TableCell className="max-sm:hidden">{standing}</TableCell>
      <TableCell className="w-full max-w-0 md:min-w-48">
        <Link
          href={`/runs/threads/${id}`}
          title={`${title || "Untitled"}\nLast used ${formatExactTime(new Date(conversation.updatedAt))}`}
          className="block truncate font-medium after:absolute after:inset-0 focus-visible:after:outline-2"
        >
          {title || "Untitled"}
        </Link>
        <span className="block truncate text-muted-foreground text-xs md:hidden">
          <span className="sm:hidden">{threadStatusWords[status].label} · </span>
          {agentName} · {person} · <RelativeTime time={conversation.updatedAt} />
        </span>
      </TableCell>
      <TableCell className="max-w-40 max-md:hidden">
        <span className="line-clamp-2 min-w-28 break-words">{agentName}</span>
      </TableCell>
      <TableCell className="max-w-40 truncate max-lg:hidden">
        {person}
        <span className="block text-muted-foreground text-xs">{sourceWords[source]}</span>
      </TableCell>
      <TableCell className="text-right tabular-nums max-md:hidden">
        {turns}
        {branched > 0 ? (
          <span className="block whitespace-nowrap text-muted-foreground text-xs">+{branched} branched</span>
        ) : null}
      </TableCell>
      <TableCell>
        <FeedbackMarks feedback={feedback} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-right max-lg:hidden">
        {tookMs === 0 ? "–" : <Duration ms={tookMs} />}
      </TableCell>
      <TableCell className="text-right max-sm:hidden">
        <Money micros={knownCost(cost)} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground max-md:hidden">
        <RelativeTime time={conversation.updatedAt} />
      </TableCell>
    </TableRow>
  );
}
