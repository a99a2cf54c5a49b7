// Lets the browser open this page without a network, and offer to put it on the home screen.

const WORKER = "/worker.js";

export function install() {
  if (!navigator.serviceWorker || window.top !== window) return; // in somebody's page it is no app
  navigator.serviceWorker.register(trusted()).catch(() => {
    // a browser that allows none still shows the page
  });
}

// The policy of this page demands that the address of a script is vouched for: only this one is.
function trusted() {
  const policy = window.trustedTypes?.createPolicy("motcua-worker", { createScriptURL: () => WORKER });
  return policy ? policy.createScriptURL(WORKER) : WORKER;
}
