// Keeps the block of a unit at which somebody is reading, so that she goes on there on any device. The form says where to (data-place).
const keepPlace = (form) => {
  const spots = [...document.querySelectorAll(".body > .spot")].reverse();
  const token = form.elements.csrfmiddlewaretoken.value;
  let sent = location.hash.slice(1);
  let timer = 0;

  const send = () => {
    const place = spots.find((spot) => spot.getBoundingClientRect().top < innerHeight / 3)?.id;
    if (!place || place === sent) return;
    sent = place;
    const body = new URLSearchParams({ place, csrfmiddlewaretoken: token });
    fetch(form.dataset.place, { method: "POST", body, keepalive: true }).catch(() => {
      sent = "";
    });
  };

  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(send, 3000);
  }, { passive: true });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && send());
};
document.querySelectorAll("form[data-place]").forEach(keepPlace);
