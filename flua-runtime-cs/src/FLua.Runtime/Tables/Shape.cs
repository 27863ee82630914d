using System.Numerics;
using System.Threading;

namespace FLua.Runtime;

/// <summary>
/// The keys that tables with the same fields have in common: constant names, in the order in which they were added. (Hidden classes: Chambers, Ungar
/// and Lee, <i>An Efficient Implementation of SELF</i>, 1989.)
/// </summary>
/// <remarks>
/// <para>
/// What keeps their number small: only names that are constants of a program lead from one shape to the next, and only when they do so for the
/// second time, or from the shape of a constructor that runs often. What is made once, a class or a module, has its keys for itself, and so has
/// what is used as a dictionary.
/// </para>
/// <para>States on several threads share the shapes. They are immutable but for what leads on from them, which changes under a lock and is read without.</para>
/// </remarks>
internal sealed class Shape
{
    /// <summary>The shape without names.</summary>
    internal static readonly Shape Root = new(LuaTable.NoNodes, [], false);

    // A table with more fields has its keys for itself: each name more is a copy of all of them.
    internal const int MostNames = 32;

    // As many shapes may a process have, but for those of constructors.
    private const int MostShapes = 8192;

    // As many names may lead on from the root, and from another shape.
    private const int MostFromRoot = 1024;
    private const int MostFromOther = 16;

    private static readonly object Making = new();
    private static int _made;

    // Null when nothing leads on.
    private readonly LuaString[]? _names;

    // What leads on: a hash table with open addresses, at most half full, and what was used last.
    private Transition?[] _transitions = [];
    private Transition? _recent;
    private int _count;

    // Whether it belongs to a constructor that runs often, or follows such a one.
    private bool _isUsual;

    private Shape(Node[] nodes, LuaString[] names, bool isUsual)
    {
        Nodes = nodes;
        Count = names.Length;
        _names = names;
        _isUsual = isUsual;
    }

    private Shape(Node[] nodes, int count)
    {
        Nodes = nodes;
        Count = count;
        nodes[0].Value = LuaValue.Raw(this);
    }

    /// <summary>The keys; the values are in the slots of a table, in the order of the names.</summary>
    internal Node[] Nodes { get; }

    /// <summary>The number of names.</summary>
    internal int Count { get; }

    /// <summary>The shape whose keys these are.</summary>
    internal static Shape Of(Node[] nodes) => nodes == LuaTable.NoNodes ? Root : (Shape)nodes[0].Value.o!;

    /// <summary>Makes a shape of the keys of one table, which are so many. With one more it has them for itself again.</summary>
    internal static void OfOneTable(Node[] nodes, int count) => _ = new Shape(nodes, count);

    /// <summary>The shape of tables with some names, all different, for a constructor.</summary>
    internal static Shape Of(LuaString[] names)
    {
        Shape shape = Root;
        foreach (LuaString name in names)
        {
            lock (Making)
            {
                Transition? transition = shape.Find(name) ?? shape.Note(name);
                shape = transition == null ? shape.Extend(name) : transition.To ??= shape.Extend(name);
            }
        }

        shape._isUsual = true;
        return shape;
    }

    /// <summary>The shape of a table of this one that gets one more name, a constant; null when the table is to have its keys for itself.</summary>
    internal Shape? With(LuaString name)
    {
        Transition? recent = _recent;
        return recent != null && recent.Name == name ? recent.To : Follow(name);
    }

    private Shape? Follow(LuaString name)
    {
        if (Count >= MostNames || _names == null)
        {
            return null;
        }

        Transition? transition = Find(name);
        if (transition?.To == null)
        {
            lock (Making)
            {
                transition = Find(name);
                if (transition == null)
                {
                    transition = Note(name);
                    if (transition == null || !_isUsual)
                    {
                        return null;
                    }
                }

                if (transition.To == null)
                {
                    if (_made >= MostShapes)
                    {
                        return null;
                    }

                    _made++;
                    transition.To = Extend(name);
                }
            }
        }

        _recent = transition;
        return transition.To;
    }

    private Transition? Find(LuaString name)
    {
        Transition?[] transitions = Volatile.Read(ref _transitions);
        int mask = transitions.Length - 1;
        for (int at = name.Hash; mask > 0 && Volatile.Read(ref transitions[at & mask]) is Transition transition; at++)
        {
            if (transition.Name == name)
            {
                return transition;
            }
        }

        return null;
    }

    // Adds a name that was met for the first time, if there is room; under the lock.
    private Transition? Note(LuaString name)
    {
        if (_count >= (this == Root ? MostFromRoot : MostFromOther))
        {
            return null;
        }

        Transition?[] transitions = _transitions;
        if (++_count * 2 > transitions.Length)
        {
            transitions = new Transition?[BitOperations.RoundUpToPowerOf2((uint)_count * 2)];
            foreach (Transition? transition in _transitions)
            {
                if (transition != null)
                {
                    Place(transitions, transition);
                }
            }

            Volatile.Write(ref _transitions, transitions);
        }

        var noted = new Transition { Name = name };
        Place(transitions, noted);
        return noted;
    }

    private static void Place(Transition?[] transitions, Transition transition)
    {
        int at = transition.Name.Hash & (transitions.Length - 1);
        while (transitions[at] != null)
        {
            at = (at + 1) & (transitions.Length - 1);
        }

        // Whoever looks for it now sees it whole, or not yet.
        Volatile.Write(ref transitions[at], transition);
    }

    private Shape Extend(LuaString name)
    {
        LuaString[] names = [.. _names!, name];
        Node[] nodes = LuaTable.ShareNodes(names);
        var shape = new Shape(nodes, names, _isUsual);
        nodes[0].Value = LuaValue.Raw(shape);
        return shape;
    }

    // A name that was added to tables of a shape, and where it leads when it is added again.
    private sealed class Transition
    {
        internal required LuaString Name;
        internal volatile Shape? To;
    }
}
