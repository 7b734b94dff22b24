import Link from "next/link";
import { redirect } from "next/navigation";
import { ask } from "@/app/ask";
import { AuthPage } from "@/components/auth/auth-page";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { providerError } from "@/components/auth/provider-error";
import { SignInForm } from "@/components/auth/sign-in-form";
import { nextAfterSignIn } from "@/components/data/sign-in-address";
import { me, setupState } from "@/lib/api/contract/session";

export const metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ next?: string; callbackUrl?: string; error?: string }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: asked, callbackUrl, error } = await searchParams;
  const next = nextAfterSignIn(asked ?? callbackUrl);
  const setup = await ask(setupState);
  if (setup.ok && setup.data.needsSetup) redirect("/setup");
  if ((await ask(me)).ok) redirect(next);
  const { providers, signUpOpen } = setup.ok ? setup.data : { providers: [], signUpOpen: false };
  return (
    <AuthPage
      title="Sign in"
      foot={
        signUpOpen ? (
          <>
            No account yet?{" "}
            <Link href="/sign-up" className="text-foreground underline underline-offset-4">
              Create one
            </Link>
          </>
        ) : (
          "No account yet? Ask an administrator for an invitation."
        )
      }
    >
      <SignInForm next={next} problem={providerError(error)} />
      <ProviderButtons providers={providers} next={next} />
    </AuthPage>
  );
}
