import { queryClient } from './api.ts';

export type SignInFailure = 'wrong' | 'too_many' | 'unreachable';

async function post(path: string, body: unknown): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return null;
  }
}

/** Signs in with e-mail and password; the server sets the session cookie. null means signed in. */
export async function signIn(email: string, password: string): Promise<SignInFailure | null> {
  const answer = await post('/api/auth/sign-in/email', { email, password });
  if (!answer || answer.status >= 500) return 'unreachable';
  if (answer.status === 429) return 'too_many';
  if (!answer.ok) return 'wrong';
  // Whatever was read as somebody else must not be shown.
  queryClient.clear();
  return null;
}

/** Ends the session and forgets everything that was read with it. False when the server could not be told. */
export async function signOut(): Promise<boolean> {
  const answer = await post('/api/auth/sign-out', {});
  if (!answer?.ok) return false;
  queryClient.clear();
  return true;
}
