"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import type { Feedback } from "@/lib/api/contract/feedback";
import { authorWords } from "./words";

interface DeleteFeedbackProps {
  said: Feedback;
  onDelete: (feedback: Feedback) => Promise<unknown>;
}

/** Deletes what somebody else said, after asking: there is no way back. */
export function DeleteFeedback({ said, onDelete }: DeleteFeedbackProps) {
  const [asking, setAsking] = useState(false);
  const author = authorWords(said);
  return (
    <>
      <IconButton
        icon={Trash2}
        label={`Delete what ${inSentence(author)} said`}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete what ${inSentence(author)} said?`}
        description="It goes from this run, its lists and its figures, and cannot be brought back. The audit log keeps that you deleted it."
        action="Delete"
        danger
        onConfirm={() => onDelete(said)}
      />
    </>
  );
}

const inSentence = (author: string) => (author === "A visitor" ? "a visitor" : author);
