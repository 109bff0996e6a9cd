// The case that comes next, or the first, has the focus when the queue opens: where the address does not say, or the browser does not obey.
const queue = document.querySelector("[data-queue]");
const asked = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
(asked?.closest(".case") ?? queue?.querySelector(".case") ?? queue)?.focus();
