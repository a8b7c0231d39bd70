/** What Fernweh would sell, were it real. @type {Record<string, Record<'name' | 'latin' | 'short' | 'light' | 'water' | 'grows' | 'text', string> & { price: number, tint: number }>} */
export const PLANTS = {
  monstera: { name: 'Swiss cheese plant', latin: 'Monstera deliciosa', price: 38, tint: 1, short: 'Big, forgiving, a little dramatic.', light: 'Bright, without midday sun', water: 'Once a week', grows: 'Up to 2 m', text: 'Every new leaf unrolls with a few more holes than the last. It forgives a holiday, and tells you with a drooping leaf when it is thirsty.' },
  snake: { name: 'Snake plant', latin: 'Dracaena trifasciata', price: 24, tint: 4, short: 'Thrives on being forgotten.', light: 'Anywhere but the dark', water: 'Every three weeks', grows: 'Up to 90 cm', text: 'The plant for people who say they cannot keep plants. It wants little water, little light and little talk.' },
  fern: { name: 'Boston fern', latin: 'Nephrolepis exaltata', price: 19, tint: 3, short: 'A green fountain for the bathroom.', light: 'Half shade', water: 'Keep it moist', grows: 'Up to 80 cm wide', text: 'Likes it as damp as a forest morning. A bathroom with a window is paradise.' },
  pothos: { name: 'Golden pothos', latin: 'Epipremnum aureum', price: 16, tint: 2, short: 'Climbs, hangs and never sulks.', light: 'Bright to dim', water: 'When the top is dry', grows: 'Vines up to 3 m', text: 'Put it on a shelf and it will find its way down; give it a stick and it will find its way up. Comes with its hanging pot.' },
  cactus: { name: 'Old friend cactus', latin: 'Mammillaria spinosissima', price: 12, tint: 5, short: 'Flowers once a year, just for you.', light: 'Full sun', water: 'Once a month', grows: 'Up to 30 cm', text: 'Small, round and proud. Leave it cool and dry in winter and it will thank you with a wreath of pink flowers in May.' },
  rubber: { name: 'Rubber plant', latin: 'Ficus elastica', price: 32, tint: 6, short: 'Dark, glossy and quietly elegant.', light: 'Bright, without midday sun', water: 'Once a week', grows: 'Up to 2.5 m', text: 'Leaves like polished leather, nearly black when they are young. Wipe them with a damp cloth now and then and they will shine.' },
};

/** @param {number} amount */
export const euros = amount => new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(amount);
