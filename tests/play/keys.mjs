// Presses Tab until the wanted element has the focus; every stop on the way must show it.
export async function tabTo(s, wanted, key = "Tab") {
  for (let n = 0; n < 150; n += 1) {
    await s.page.keyboard.press(key);
    const [there, seen, what] = await s.learner.frame.evaluate((wanted) => {
      const here = document.activeElement;
      const style = getComputedStyle(here);
      const quiet = here === document.body || here.matches("#pop-up, h1");
      return [here.matches(wanted), quiet || style.outlineStyle !== "none", here.outerHTML.slice(0, 80)];
    }, wanted);
    s.expect(seen, `no visible focus on ${what}`);
    if (there) return;
  }
  s.expect(false, `Tab never reached ${wanted}`);
}
