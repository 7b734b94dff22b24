"use client";

import Link from "next/link";
import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button";

/** An invitation makes a new account, so whoever is signed in must leave first. */
export function SignedInAlready({ name }: { name: string }) {
  return (
    <>
      <p>
        You are signed in as <strong className="font-semibold">{name}</strong>. The invitation makes a new
        account: sign out to use it.
      </p>
      <div className="grid gap-2">
        <Button variant="primary" size="lg" onClick={() => void signOut({ callbackUrl: location.pathname })}>
          Sign out and go on
        </Button>
        <Button size="lg" asChild>
          <Link href="/agents">Stay signed in</Link>
        </Button>
      </div>
    </>
  );
}
