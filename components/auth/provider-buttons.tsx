"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

interface ProviderButtonsProps {
  providers: readonly { id: string; name: string }[];
  next: string;
}

/** The other ways to sign in, with a line between them and the password form. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  const [chosen, setChosen] = useState<string>();
  if (providers.length === 0) return null;
  return (
    <>
      <div aria-hidden className="flex items-center gap-3 text-muted-foreground text-xs">
        <span className="h-px flex-1 bg-border" />
        or
        <span className="h-px flex-1 bg-border" />
      </div>
      <div className="grid gap-2">
        {providers.map(({ id, name }) => (
          <Button
            key={id}
            size="lg"
            busy={chosen === id}
            onClick={() => {
              setChosen(id);
              void signIn(id, { callbackUrl: next });
            }}
          >
            Continue with {name}
          </Button>
        ))}
      </div>
    </>
  );
}
