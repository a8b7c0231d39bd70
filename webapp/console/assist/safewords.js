/**
 * The elements and attributes that a page of a stranger may have in the viewer; everything else is left out. Pure.
 */

/** @param {string} text */
const words = text => new Set(text.trim().split(/\s+/));

export const HTML = words(`
  a abbr acronym address area article aside b bdi bdo big blockquote body br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4
  h5 h6 head header hgroup hr html i img input ins kbd label legend li main map mark menu meter nav nobr ol optgroup option
  output p picture pre progress q rp rt ruby s samp search section select slot small source span strike strong style sub
  summary sup table tbody td textarea tfoot th thead time title tr tt u ul var video wbr`);

export const SVG = words(`
  a circle clippath defs desc ellipse feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix
  fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur
  femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence filter g image
  line lineargradient marker mask path pattern polygon polyline radialgradient rect stop style svg switch symbol text
  textpath title tspan use view`);

/** They show something of their own: a box of the same size stands for them. */
export const BOXES = words('iframe frame object embed applet portal fencedframe');
/** They leave nothing behind. */
export const GONE = words('script noscript base meta template param frameset noembed noframes audio track bgsound');
/** Where the platform allows a shadow tree, besides elements of one's own. */
export const HOSTS = words('article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span');

export const ATTRIBUTES = words(`
  abbr align alt autocomplete bgcolor border cellpadding cellspacing checked class clear color cols colspan compact
  coords datetime dir disabled download draggable face for frame headers height hidden high hspace id inert label lang
  low max maxlength media min multiple name noshade noshade nowrap open optimum part placeholder popover readonly
  required reversed role rowspan rows rules scope selected shape size sizes slot span start step summary text title
  translate type valign value vspace width wrap`);
export const SVG_ATTRIBUTES = words(`
  amplitude azimuth basefrequency bias clip clippathunits cursor cx cy d diffuseconstant direction display divisor dx dy
  edgemode elevation exponent fill filter filterunits fr fx fy gradienttransform gradientunits in in2 intercept k1 k2 k3 k4
  kernelmatrix lengthadjust limitingconeangle markerheight markerunits markerwidth mask maskcontentunits maskunits
  mode numoctaves offset opacity operator order orient overflow pathlength patterncontentunits patterntransform
  patternunits points pointsatx pointsaty pointsatz preservealpha preserveaspectratio primitiveunits r radius refx refy
  result rotate rx ry scale seed slope specularconstant specularexponent spreadmethod startoffset stddeviation stitchtiles
  stroke surfacescale systemlanguage tablevalues targetx targety textlength transform values version viewbox visibility
  x x1 x2 xchannelselector y y1 y2 ychannelselector z`);
/** Names with a hyphen or a line below are a page's own, but for these. */
export const MEANING = words('http-equiv accept-charset data-goes data-modal');

/** An element of the page's own making. @param {string} tag */
export const isOwn = tag => /^[a-z][a-z0-9._]{0,60}(?:-[a-z0-9._]{0,60}){1,9}$/.test(tag);
