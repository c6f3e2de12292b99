// The bridge between NiceGUI and the stage: frames come in as a prop, what people do goes out as events.
// The drawing itself lies in #st-root, outside of NiceGUI's own tree, so that it is there before any script has run.
export default {
  props: { frame: Object },
  template: "<span hidden></span>",
  mounted() {
    window.stage.connect((kind, detail) => this.$emit(kind, detail));
    if (this.frame) window.stage.show(this.frame);
  },
  watch: {
    frame(frame) {
      if (frame) window.stage.show(frame);
    },
  },
};
