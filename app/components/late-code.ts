const againAfterMs = 5000;

/**
 * Fetches code that the page can do without for a while. When the connection is lost it is asked for again, so that the
 * page stays as it is instead of becoming an error.
 */
export async function lateCode<Code>(fetchCode: () => Promise<Code>): Promise<Code> {
  for (;;) {
    try {
      return await fetchCode();
    } catch {
      await connectionOrPause();
    }
  }
}

function connectionOrPause(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(go, againAfterMs);
    function go() {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    }
    window.addEventListener("online", go);
  });
}
