"use client";

import { CircleCheck, LogIn } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { type Control, useWatch } from "react-hook-form";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { FieldError } from "@/components/ui/field";
import { getGrant, startGrant } from "@/lib/api/contract/tools";
import type { SourceForm } from "../import/source-form-schema";
import { signedInChannel } from "./signed-in-channel";

interface SignInFieldProps {
  control: Control<SourceForm>;
  error: string | undefined;
  onSignedIn: (grant: string) => void;
}

/** Sends the person to the server's own sign-in, in a window of its own, and hears when they are through. */
export function SignInField({ control, error, onSignedIn }: SignInFieldProps) {
  const [address, allowPrivate, grant] = useWatch({ control, name: ["address", "allowPrivate", "grant"] });
  const [waiting, setWaiting] = useState<{ id: string; url: string }>();
  const start = useCall(startGrant);
  const known = useEndpoint(getGrant, { params: { id: grant } }, { enabled: grant !== "" }).data;
  const heard = useEffectEvent((id: unknown) => {
    if (waiting === undefined || id !== waiting.id) return;
    setWaiting(undefined);
    onSignedIn(waiting.id);
  });
  useEffect(() => {
    const channel = new BroadcastChannel(signedInChannel);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => heard(data);
    return () => channel.close();
  }, []);
  const begin = async () => {
    const begun = await start.mutateAsync({ body: { address, allowPrivate } }).catch(() => null);
    if (!begun) return;
    setWaiting({ id: begun.id, url: begun.authorizeUrl });
    window.open(begun.authorizeUrl, "_blank");
  };
  return (
    <div className="grid gap-2 rounded-md border p-3">
      {grant && known?.signedInAt ? (
        <p className="flex items-center gap-2 text-sm">
          <CircleCheck aria-hidden className="size-4 text-done-ink" />
          {`Signed in by ${known.signedInBy ?? "somebody"}`}
        </p>
      ) : (
        <p className="text-muted-foreground text-sm">
          You allow it at the server itself. What it gives us is stored encrypted and renewed by itself.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="button"
          size="sm"
          busy={start.isPending}
          disabled={!/^https?:/.test(address)}
          onClick={() => void begin()}
        >
          <LogIn aria-hidden />
          {grant ? "Sign in again" : "Sign in"}
        </Button>
        {waiting ? (
          <a
            href={waiting.url}
            target="_blank"
            rel="noreferrer"
            className="text-sm underline underline-offset-2"
          >
            Open the sign-in
          </a>
        ) : null}
      </div>
      <FieldError message={start.error ? errorMessage(start.error) : error} />
    </div>
  );
}
