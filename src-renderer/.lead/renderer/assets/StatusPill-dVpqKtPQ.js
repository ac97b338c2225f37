import { At as toDisplayString, B as createCommentVNode, Dt as normalizeClass, L as computed, P as Fragment, R as createBaseVNode, Tt as unref, V as createElementBlock, W as defineComponent, h as useText, i as _plugin_vue_export_helper_default, it as renderList, kt as normalizeStyle, nt as openBlock } from "./PageHeader-D_8GErRu.js";
// src-renderer/components/AccuracyWhisker.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = ["aria-label"];
var _hoisted_2 = ["x1", "x2"];
var _hoisted_3 = ["x1", "x2"];
var _hoisted_4 = ["cx"];
// src-renderer/components/AccuracyWhisker.vue
var AccuracyWhisker_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "AccuracyWhisker",
	props: {
		accuracy: {},
		interval: {},
		color: { default: "accent" },
		from: { default: 0 },
		to: { default: 1 }
	},
	setup(__props) {
		const props = __props;
		const { t, f } = useText();
		const at = (value) => 100 * (value - props.from) / (props.to - props.from);
		const label = computed(() => props.interval ? t("compare.interval", {
			accuracy: f.value.percent(props.accuracy),
			low: f.value.percent(props.interval.low),
			high: f.value.percent(props.interval.high)
		}) : f.value.percent(props.accuracy));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("svg", {
				class: "whisker",
				width: "100%",
				height: "18",
				role: "img",
				"aria-label": label.value
			}, [
				createBaseVNode("title", null, toDisplayString(label.value), 1),
				_cache[0] || (_cache[0] = createBaseVNode("line", {
					x1: "0%",
					x2: "100%",
					y1: "9",
					y2: "9",
					class: "scale"
				}, null, -1)),
				createBaseVNode("g", { style: normalizeStyle({
					stroke: `var(--${__props.color})`,
					fill: `var(--${__props.color})`
				}) }, [__props.interval ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createBaseVNode("line", {
					x1: `${at(__props.interval.low)}%`,
					x2: `${at(__props.interval.high)}%`,
					y1: "9",
					y2: "9",
					class: "span"
				}, null, 8, _hoisted_2), (openBlock(true), createElementBlock(Fragment, null, renderList([__props.interval.low, __props.interval.high], (end) => {
					return openBlock(), createElementBlock("line", {
						key: end,
						x1: `${at(end)}%`,
						x2: `${at(end)}%`,
						y1: "5",
						y2: "13",
						class: "end"
					}, null, 8, _hoisted_3);
				}), 128))], 64)) : createCommentVNode("", true), createBaseVNode("circle", {
					cx: `${at(__props.accuracy)}%`,
					cy: "9",
					r: "5",
					class: "dot"
				}, null, 8, _hoisted_4)], 4)
			], 8, _hoisted_1$1);
		};
	}
}), [["__scopeId", "data-v-9453d890"]]);
// src-renderer/components/StatusPill.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = ["data-status"];
// src-renderer/components/StatusPill.vue
var StatusPill_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "StatusPill",
	props: { status: {} },
	setup(__props) {
		const { t } = useText();
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("span", {
				class: normalizeClass(["pill", __props.status]),
				"data-status": __props.status,
				"data-test": "run-status"
			}, toDisplayString(unref(t)(`status.${__props.status}`)), 11, _hoisted_1);
		};
	}
}), [["__scopeId", "data-v-0eb4d770"]]);
export { AccuracyWhisker_default as n, StatusPill_default as t };
