// A slot of the stage: what NiceGUI draws is shown in the element that the view has left for it. The view is drawn
// outside of NiceGUI's tree and again and again, so the place is looked up whenever a frame was shown.
export default {
  props: { name: String },
  template: `<Teleport v-if="place" :to="place"><div class="st-freely"><slot></slot></div></Teleport>`,
  data: () => ({ place: null }),
  mounted() {
    this.find = () => {
      this.place = document.querySelector(`[data-slot="${CSS.escape(this.name)}"]`);
    };
    document.addEventListener("stage:shown", this.find);
    this.find();
  },
  unmounted() {
    document.removeEventListener("stage:shown", this.find);
  },
};
