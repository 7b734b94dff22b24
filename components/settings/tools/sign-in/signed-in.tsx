"use client";

import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { call } from "@/lib/api/client/call";
import { finishGrant } from "@/lib/api/contract/tools";
import { signedInChannel } from "./signed-in-channel";

interface SignedInProps {
  code: string | undefined;
  state: string | undefined;
  iss: string | undefined;
  /** What the authorization server refused with. */
  refusal: string | undefined;
}

/** Where an authorization server sends people back to: ends the sign-in and tells the window that began it. */
export function SignedIn({ code = "", state = "", iss, refusal }: SignedInProps) {
  const [id = ""] = state.split(".");
  const isAnswer = code !== "" && id !== "" && refusal === undefined;
  const end = useQuery({
    // A code counts once: it is neither sent again nor remembered.
    queryKey: ["tool sign-in", state],
    queryFn: async () => {
      const grant = await call(finishGrant, { params: { id }, body: { code, state, ...(iss && { iss }) } });
      const channel = new BroadcastChannel(signedInChannel);
      channel.postMessage(id);
      channel.close();
      return grant;
    },
    enabled: isAnswer,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  if (!isAnswer) {
    return (
      <Notice tone="failed" title="Nobody was signed in">
        {refusal ?? "The answer of the server is not complete."} Close this window and begin again.
      </Notice>
    );
  }
  if (end.data) {
    return (
      <Notice tone="done" title="Signed in">
        {`${new URL(end.data.address).host} let us in. You can close this window.`}
      </Notice>
    );
  }
  if (end.error) return <ErrorState title="The sign-in did not work" error={end.error} />;
  return (
    <Card>
      <SkeletonRows rows={2} label="Signing in" />
    </Card>
  );
}
