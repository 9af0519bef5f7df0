// A page without a program: what every page runs, and nothing that others import from it.
import "./site.js";
