import Link from "next/link";
import { redirect } from "next/navigation";
import { ask } from "@/app/ask";
import { AuthPage } from "@/components/auth/auth-page";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { nextAfterSignIn } from "@/components/data/sign-in-address";
import { setupState } from "@/lib/api/contract/session";

export const metadata = { title: "Create an account" };

export default async function SignUpPage() {
  const setup = await ask(setupState);
  if (!setup.ok || !setup.data.signUpOpen) redirect("/sign-in");
  return (
    <AuthPage
      title="Create an account"
      foot={
        <>
          Have one already?{" "}
          <Link href="/sign-in" className="text-foreground underline underline-offset-4">
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm />
      <ProviderButtons providers={setup.data.providers} next={nextAfterSignIn(null)} />
    </AuthPage>
  );
}
