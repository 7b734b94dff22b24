"use client";

import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { Feedback } from "@/lib/api/contract/feedback";
import type { Said } from "@/workflows/feedback/said";
import type { Thumb } from "@/workflows/feedback/value";
import { thumbOf } from "./words";

interface OwnThumbProps {
  /** What it is about, e.g. "answer". */
  of: string;
  /** The reader's own thumb, if they gave one. */
  own: Feedback | undefined;
  onGive: (said: Said) => Promise<unknown>;
  onTakeBack: (id: string) => Promise<unknown>;
}

const looks = {
  up: { icon: ThumbsUp, words: (of: string) => `Good ${of}` },
  down: { icon: ThumbsDown, words: (of: string) => `Bad ${of}` },
} as const;

/** Thumbs up and down, shown as pressed at once; pressed again, it is taken back. */
export function OwnThumb({ of, own, onGive, onTakeBack }: OwnThumbProps) {
  const [wish, setWish] = useState<{ thumb: Thumb | null }>();
  const shown = wish ? wish.thumb : thumbOf(own);

  const press = async (thumb: Thumb) => {
    if (wish) return;
    const wanted = shown === thumb ? null : thumb;
    setWish({ thumb: wanted });
    try {
      if (wanted !== null) await onGive({ value: { kind: "thumb", thumb: wanted } });
      else if (own) await onTakeBack(own.id);
      offerBack();
    } catch (error) {
      toast.failed("Your feedback was not kept", error);
    }
    setWish(undefined);
  };
  const offerBack = () => {
    if (!own?.comment || !own.value) return;
    const before = { value: own.value, comment: own.comment };
    toast.undo("Your comment went with your thumb", () => {
      onGive(before).catch((error: unknown) => toast.failed("Your comment is not back", error));
    });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form to fill
    <div role="group" aria-label={`What do you think of this ${of}?`} className="flex items-center gap-1">
      {(["up", "down"] as const).map((thumb) => (
        <IconButton
          key={thumb}
          icon={looks[thumb].icon}
          label={looks[thumb].words(of)}
          aria-pressed={shown === thumb}
          onClick={() => void press(thumb)}
          className="aria-pressed:text-foreground aria-pressed:[&_svg]:fill-current"
        />
      ))}
    </div>
  );
}
