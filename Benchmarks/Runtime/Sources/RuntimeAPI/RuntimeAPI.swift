// `Scripts/bench runtime` generates the rest of this module into the folder `Generated`.
