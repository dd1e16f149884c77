/** Keyboard and focus of the overlay: Tab stays inside, Esc and the cross ask before leaving. */

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled])';

/**
 * `mayLeave` says whether leaving is possible now, `leave` leaves. The question is asked every time.
 */
export function guard({ canEscape, canClickAway, mayLeave, leave }) {
  const checkout = document.getElementById('checkout');
  const confirm = document.getElementById('confirm');
  const stay = document.getElementById('confirm-stay');
  let focusedBefore;

  const ask = () => {
    if (!mayLeave() || !confirm.hidden) return;
    focusedBefore = document.activeElement;
    confirm.hidden = false;
    stay.focus();
  };
  const answer = () => {
    confirm.hidden = true;
    focusedBefore?.focus();
  };

  document.getElementById('close').addEventListener('click', ask);
  stay.addEventListener('click', answer);
  document.getElementById('confirm-exit').addEventListener('click', leave);
  if (canClickAway) {
    document.getElementById('backdrop').addEventListener('click', (event) => {
      if (event.target === event.currentTarget) ask();
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !confirm.hidden) answer();
    else if (event.key === 'Escape' && canEscape) ask();
    else if (event.key === 'Tab') keepInside(event, confirm.hidden ? checkout : confirm);
  });
}

function keepInside(event, scope) {
  const inside = [...scope.querySelectorAll(FOCUSABLE)].filter(
    (node) => node.tabIndex >= 0 && node.offsetParent !== null,
  );
  const first = inside[0];
  const last = inside.at(-1);
  if (!first || !last) return;
  const active = document.activeElement;
  const isOutside = !scope.contains(active) || active === document.body;
  if (event.shiftKey && (active === first || isOutside)) move(event, last);
  else if (!event.shiftKey && (active === last || isOutside)) move(event, first);
}

function move(event, target) {
  event.preventDefault();
  target.focus();
}
