interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;

/** The content security policy lets a worker be started only from an address that was vouched for: those the build wrote. */
export function trustedUrl(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('clusterwright-worker', { createScriptURL: (asked) => asked });
  return policy.createScriptURL(url);
}
